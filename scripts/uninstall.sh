#!/bin/sh
# Removes from Google Cloud all that deploy.sh made; the two files are people's and stay. It may be run again after any end.
# `npm run deploy -- --uninstall` runs it; with --dry-run nothing is removed and everything is listed.
#   PROJECT, REGION   where
#   PREFIX            before every name, as it was deployed
#   DRY_RUN           1 lists only
set -eu
: "${PROJECT:?}" "${REGION:?}" "${PREFIX=}" "${DRY_RUN=}"

# WORDS, then what looks, a --, and what removes: nothing where the look finds nothing.
remove() {
  words=$1 && shift
  look=
  while [ "$1" != -- ]; do look="$look $1" && shift; done
  shift
  # shellcheck disable=SC2086 # words without blanks
  [ -n "$($look 2>/dev/null)" ] || return 0
  echo "· $words"
  [ "$DRY_RUN" = 1 ] || "$@" --quiet
}
here=--project=$PROJECT

for job in sync doctor renew-watch self-test; do
  remove "lịch chạy $PREFIX$job" gcloud scheduler jobs describe "$PREFIX$job" "--location=$REGION" "$here" -- \
    gcloud scheduler jobs delete "$PREFIX$job" "--location=$REGION" "$here"
done
remove "nơi nhận tin báo ${PREFIX}form-watch-sync" gcloud pubsub subscriptions describe "${PREFIX}form-watch-sync" "$here" -- \
  gcloud pubsub subscriptions delete "${PREFIX}form-watch-sync" "$here"
remove "chủ đề ${PREFIX}form-watch" gcloud pubsub topics describe "${PREFIX}form-watch" "$here" -- \
  gcloud pubsub topics delete "${PREFIX}form-watch" "$here"
for name in sync renew-watch doctor dashboard synthesis; do
  remove "hàm $PREFIX$name, cùng ảnh của hàm" gcloud functions describe "$PREFIX$name" --v2 "--region=$REGION" "$here" -- \
    gcloud functions delete "$PREFIX$name" --gen2 "--region=$REGION" "$here"
done
for secret in SMTP_URL IMAP_URL LINK_SECRET LINK_SECRET_PREVIOUS; do
  remove "khóa $PREFIX$secret" gcloud secrets describe "$PREFIX$secret" "$here" -- \
    gcloud secrets delete "$PREFIX$secret" "$here"
done

# KIND COMMAND…: alerts and where they are mailed, told by their names, which begin as ours do.
remove_named() {
  kind=$1 && shift
  "$@" list --format='value(name,displayName)' "$here" 2>/dev/null |
    while IFS='	' read -r name title; do
      case $title in
        "${PREFIX}register: "*) ;;
        *) continue ;;
      esac
      echo "· $kind $title"
      [ "$DRY_RUN" = 1 ] || "$@" delete "$name" "$here" --quiet </dev/null
    done
}
remove_named 'cảnh báo' gcloud monitoring policies
remove_named 'nơi nhận cảnh báo' gcloud beta monitoring channels

builder="$PREFIX"register-build@$PROJECT.iam.gserviceaccount.com
remove "quyền đóng gói của $builder" gcloud iam service-accounts describe "$builder" "$here" -- \
  gcloud projects remove-iam-policy-binding "$PROJECT" "--member=serviceAccount:$builder" \
  --role=roles/cloudbuild.builds.builder --condition=None
for account in run care pages call push build; do
  address="$PREFIX"register-$account@$PROJECT.iam.gserviceaccount.com
  remove "tài khoản $address" gcloud iam service-accounts describe "$address" "$here" -- \
    gcloud iam service-accounts delete "$address" "$here"
done

cat <<STEPS

Ở lại, vì dự án hoặc người khác có thể đang dùng: các API đã bật, kho ảnh gcf-artifacts, bucket gcf-v2-* chứa mã đã tải lên.
Hai tệp ở Drive là của chủ sở hữu: kết xuất, thu hồi chia sẻ cho các tài khoản trên, giữ hoặc xóa theo Trang cho pháp chế, mục 5.
Tin báo của biểu mẫu tự hết sau 7 ngày.
STEPS
if [ "$DRY_RUN" = 1 ]; then echo 'Mới chỉ liệt kê; chưa xóa gì.'; fi
