#!/bin/sh
# Puts everything on Google Cloud. It may be run again after any end: what is there is left or brought up to date.
# `npm run deploy` builds dist/ and runs it from the folder of the project; `--dry-run` prints it with its values.
#   PROJECT, REGION   where
#   VIEWERS           who may look at the pages (group:… user:… domain:…), separated by blanks; who was named before and is
#                     not any more is let in no more; empty changes nobody
#   ALERTS_TO         where alerts are mailed; empty tells nobody
#   ACCOUNTS_ONLY     1 ends after the accounts, which stand before the two files are made and shared with them
#   PREFIX            before every name, such as `thu-`, for a second system beside the first in one project; usually empty
#   NO_PAGES          1 leaves out the two pages, where no Identity-Aware Proxy can be had
# Ends with 3 when all that the system needs is done and something beside it was not: that is said at the end.
# The rest is what the functions are given: SPREADSHEET_ID FORM_ID SMTP_URL MAIL_FROM LINK_SECRET, and
# LINK_SECRET_PREVIOUS while links made with a former secret are about; ALERT_TO, where the system itself writes when no
# coordinator can be reached; IMAP_URL, the mailbox of what comes back, and BOUNCE_TO, where servers send it.
set -eu
: "${PROJECT:?}" "${REGION:?}" "${VIEWERS=}" "${ALERTS_TO=}" "${ACCOUNTS_ONLY=}" "${PREFIX=}" "${NO_PAGES=}" "${PAUSE:=60}"

ended=
trap '[ $? = 0 ] || [ "$ended" = 1 ] || echo "Lệnh dừng ở đó. Sửa điều nêu ở trên rồi chạy lại: phần đã làm giữ nguyên." >&2' EXIT
say() { echo "· $*" >&2; }
# Whether a look finds something.
there() { [ -n "$("$@" 2>/dev/null)" ]; }
account() { echo "$PREFIX$1@$PROJECT.iam.gserviceaccount.com"; }
# ACCOUNT COMMAND…: a right for one of our accounts.
grant() { who=$1 && shift && gcloud "$@" --member="serviceAccount:$(account "$who")" --project="$PROJECT"; }

say 'Kiểm tra bản gcloud: lệnh về cảnh báo có từ bản 549.'
version=$(gcloud version --format='value("Google Cloud SDK")')
if [ "${version%%.*}" -lt 549 ] 2>/dev/null; then
  echo "gcloud đang là bản $version; cần bản 549 trở lên. Chạy: gcloud components update, hoặc cài lại." >&2
  exit 1
fi

# WORDS COMMAND…: something the system can do without. In a process of its own: a failure ends that, and nothing else.
missed=
beside() {
  words=$1 && shift
  ( trap - EXIT; set -e; "$@" ) &
  wait $! || missed="$missed
- $words"
}
# COMMAND…: what may fail while a right that was just given is not known everywhere yet: two more tries.
patiently() {
  "$@" || { say "Thử lại sau $PAUSE giây." && sleep "$PAUSE" && "$@"; } || { say "Thử lại sau $PAUSE giây." && sleep "$PAUSE" && "$@"; }
}

say 'Bật các dịch vụ mà dự án dùng.'
gcloud services enable artifactregistry.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com \
  cloudscheduler.googleapis.com drive.googleapis.com forms.googleapis.com iam.googleapis.com iap.googleapis.com \
  logging.googleapis.com monitoring.googleapis.com pubsub.googleapis.com run.googleapis.com \
  secretmanager.googleapis.com sheets.googleapis.com --project="$PROJECT"

say 'Mỗi việc một tài khoản dịch vụ.'
make_account() {
  there gcloud iam service-accounts describe "$(account "$1")" --format='value(email)' --project="$PROJECT" ||
    gcloud iam service-accounts create "$PREFIX$1" --display-name="$2" --project="$PROJECT"
}
make_account register-run 'Chạy sync; sửa được hai tệp'
make_account register-care 'Kiểm tra, gia hạn tin báo; sửa được hai tệp'
make_account register-pages 'Chạy các trang; xem được bảng tính'
make_account register-call 'Gọi các hàm theo lịch'
make_account register-push 'Gọi sync khi có câu trả lời'
make_account register-build 'Đóng gói các hàm'

say 'Quyền duy nhất ở cấp dự án, chỉ để đóng gói.'
grant register-build projects add-iam-policy-binding "$PROJECT" --role=roles/cloudbuild.builds.builder --condition=None

if [ "$ACCOUNTS_ONLY" = 1 ]; then
  cat <<STEPS

Việc còn lại, làm bằng tay:
1. Người sẽ sở hữu Bảng tính và Biểu mẫu (không phải tài khoản dịch vụ) đăng nhập, với tệp JSON tải về ở mục 3.2 của hướng dẫn: gcloud auth application-default login --client-id-file=TEP-VUA-TAI.json --scopes=https://www.googleapis.com/auth/cloud-platform,https://www.googleapis.com/auth/spreadsheets,https://www.googleapis.com/auth/forms.body,https://www.googleapis.com/auth/forms.responses.readonly,https://www.googleapis.com/auth/drive.file
2. Người đó chạy: SERVICE_ACCOUNT_EMAIL=$(account register-run),$(account register-care) npm run provision, rồi đặt các biến như lệnh in ra.
3. Người đó chạy: npm run provision -- --viewer $(account register-pages); lệnh chia sẻ hai tệp cho các tài khoản này, và nói hỏi ai khi Google từ chối.
4. Chạy lại lệnh deploy, không có --accounts.
STEPS
  exit
fi

unset_='còn thiếu; xem hướng dẫn quản trị, mục 3'
: "${SPREADSHEET_ID:?$unset_}" "${FORM_ID:?$unset_}" "${SMTP_URL:?$unset_}" "${MAIL_FROM:?$unset_}" "${LINK_SECRET:?$unset_}"
[ -f dist/index.js ] || { echo 'Chưa có dist/index.js. Trong thư mục của dự án, chạy trước: npm run build' >&2 && exit 1; }
# Between variables stands ~~: gcloud would split at commas, which a sender's name may hold.
case $SPREADSHEET_ID$FORM_ID$MAIL_FROM in
  *~~*) echo 'SPREADSHEET_ID, FORM_ID, MAIL_FROM không được có "~~": gcloud sẽ tách ở đó.' >&2 && exit 1 ;;
esac

# SECRET VALUE READER…: the value, unless it is the newest version already; never in an argument, where others could read it.
keep_secret() {
  say "$1 trong Secret Manager, chỉ tài khoản của hàm cần đến mới đọc được."
  secret=$PREFIX$1 value=$2 && shift 2
  there gcloud secrets describe "$secret" --format='value(name)' --project="$PROJECT" ||
    gcloud secrets create "$secret" --replication-policy=user-managed --locations="$REGION" --project="$PROJECT"
  [ "$(gcloud secrets versions access latest --secret="$secret" --project="$PROJECT" 2>/dev/null)" = "$value" ] ||
    printf %s "$value" | gcloud secrets versions add "$secret" --data-file=- --project="$PROJECT"
  for reader in "$@"; do
    grant "$reader" secrets add-iam-policy-binding "$secret" --role=roles/secretmanager.secretAccessor
  done
}
keep_secret SMTP_URL "$SMTP_URL" register-run register-care
keep_secret LINK_SECRET "$LINK_SECRET" register-run
[ -z "${IMAP_URL:-}" ] || keep_secret IMAP_URL "$IMAP_URL" register-run register-care
[ -z "${LINK_SECRET_PREVIOUS:-}" ] || keep_secret LINK_SECRET_PREVIOUS "$LINK_SECRET_PREVIOUS" register-run

# NAME ENTRY-POINT ACCOUNT INSTANCES INGRESS VARIABLES SECRETS-FLAG: built from dist/, closed to whom is not let in below.
# One request at a time: two syncs at once would only wait for each other.
deploy() {
  say "Hàm $2."
  patiently gcloud functions deploy "$PREFIX$1" --entry-point="$2" --run-service-account="$(account "$3")" --max-instances="$4" \
    --ingress-settings="$5" --set-env-vars="^~~^$6~~$every_variable" "$7" \
    --gen2 --runtime=nodejs24 --source=dist --trigger-http --no-allow-unauthenticated --concurrency=1 \
    --memory=512Mi --timeout=540s --region="$REGION" --project="$PROJECT" --quiet \
    --build-service-account="projects/$PROJECT/serviceAccounts/$(account register-build)"
}
# In production the framework's own refusals say nothing of our files.
every_variable='NODE_COMPILE_CACHE=/workspace/.compile-cache~~NODE_OPTIONS=--max-semi-space-size=16~~NODE_ENV=production'
files="SPREADSHEET_ID=$SPREADSHEET_ID~~FORM_ID=$FORM_ID"
topic="WATCH_TOPIC=projects/$PROJECT/topics/${PREFIX}form-watch"
mail=--set-secrets=SMTP_URL=${PREFIX}SMTP_URL:latest${IMAP_URL:+,IMAP_URL=${PREFIX}IMAP_URL:latest}
sender="MAIL_FROM=$MAIL_FROM${ALERT_TO:+~~ALERT_TO=$ALERT_TO}${BOUNCE_TO:+~~BOUNCE_TO=$BOUNCE_TO}"
links="LINK_SECRET=${PREFIX}LINK_SECRET:latest${LINK_SECRET_PREVIOUS:+,LINK_SECRET_PREVIOUS=${PREFIX}LINK_SECRET_PREVIOUS:latest}"
deploy sync sync register-run 1 internal-only "$files~~$sender" "$mail,$links"
deploy renew-watch renewWatch register-care 1 internal-only "FORM_ID=$FORM_ID~~$topic" --clear-secrets
deploy doctor doctor register-care 1 internal-only "$files~~$sender~~$topic" "$mail"
for page in dashboard synthesis; do
  [ "$NO_PAGES" = 1 ] || deploy "$page" "$page" register-pages 2 all "SPREADSHEET_ID=$SPREADSHEET_ID" --clear-secrets
done

# NAME, kept in $url: where a function answers.
find_url() {
  url=$(gcloud functions describe "$PREFIX$1" --v2 --format='value(serviceConfig.uri)' --region="$REGION" --project="$PROJECT")
  [ -n "$url" ]
}
grant_call() { grant "$1" run services add-iam-policy-binding "$PREFIX$2" --role=roles/run.invoker --region="$REGION"; }

# NAME CRON WHY [FUNCTION QUERY]: through the closed door only Google's scheduler and pushes of this project pass, each as
# its account.
wake() {
  say "Lịch chạy $1: $3."
  grant_call register-call "${4:-$1}"
  find_url "${4:-$1}"
  how=create
  there gcloud scheduler jobs describe "$PREFIX$1" --format='value(name)' --location="$REGION" --project="$PROJECT" && how=update
  gcloud scheduler jobs "$how" http "$PREFIX$1" --schedule="$2" --time-zone=Asia/Ho_Chi_Minh --uri="$url${5:-}" --http-method=POST \
    --oidc-service-account-email="$(account register-call)" --oidc-token-audience="$url" --attempt-deadline=600s \
    --max-retry-attempts=2 --min-backoff=30s --location="$REGION" --project="$PROJECT"
}
wake renew-watch '20 */12 * * *' 'tin báo của biểu mẫu chỉ có hiệu lực bảy ngày'
wake doctor '30 7 * * *' 'trước bản tin lúc 08:00'
wake self-test '0 9 2 1,7 *' 'hai lần mỗi năm, và khi có người gọi' doctor '?self-test=1'
wake sync '*/10 * * * *' 'tin báo có sót thì chậm nhất mười phút sau vẫn ghi nhận'

number=$(gcloud projects describe "$PROJECT" --format='value(projectNumber)')
# A push is only a hint to look: without it new answers wait for the next ten minutes.
wake_by_push() {
  say 'Nơi Google Biểu mẫu, và chỉ Google Biểu mẫu, báo có câu trả lời mới.'
  there gcloud pubsub topics describe "${PREFIX}form-watch" --format='value(name)' --project="$PROJECT" ||
    gcloud pubsub topics create "${PREFIX}form-watch" --project="$PROJECT"
  gcloud pubsub topics add-iam-policy-binding "${PREFIX}form-watch" --role=roles/pubsub.publisher --project="$PROJECT" \
    --member=serviceAccount:forms-notifications@system.gserviceaccount.com
  say 'Câu trả lời mới gọi hàm sync trong vài giây. Không đặt thời hạn: đăng ký một tháng không dùng sẽ bị xóa.'
  gcloud beta services identity create --service=pubsub.googleapis.com --project="$PROJECT"
  gcloud iam service-accounts add-iam-policy-binding "$(account register-push)" --project="$PROJECT" \
    --member="serviceAccount:service-$number@gcp-sa-pubsub.iam.gserviceaccount.com" --role=roles/iam.serviceAccountTokenCreator
  grant_call register-push sync
  find_url sync
  set -- create "${PREFIX}form-watch-sync" --topic="${PREFIX}form-watch"
  there gcloud pubsub subscriptions describe "${PREFIX}form-watch-sync" --format='value(name)' --project="$PROJECT" &&
    set -- update "${PREFIX}form-watch-sync"
  gcloud pubsub subscriptions "$@" --push-endpoint="$url" --push-auth-token-audience="$url" \
    --push-auth-service-account="$(account register-push)" --ack-deadline=600 --expiration-period=never \
    --message-retention-duration=7d --min-retry-delay=10s --max-retry-delay=600s --project="$PROJECT"
}

open_pages() {
  say 'Identity-Aware Proxy đứng trước các trang: chỉ người được cho vào mới xem được.'
  gcloud beta services identity create --service=iap.googleapis.com --project="$PROJECT"
  looker=roles/iap.httpsResourceAccessor
  # add|remove MEMBER PAGE
  may_look() {
    gcloud beta iap web "$1-iam-policy-binding" --resource-type=cloud-run --service="$PREFIX$3" --member="$2" --role="$looker" \
      --condition=None --region="$REGION" --project="$PROJECT"
  }
  for page in dashboard synthesis; do
    gcloud run services add-iam-policy-binding "$PREFIX$page" --role=roles/run.invoker --region="$REGION" --project="$PROJECT" \
      --member="serviceAccount:service-$number@gcp-sa-iap.iam.gserviceaccount.com"
    gcloud beta run services update "$PREFIX$page" --iap --region="$REGION" --project="$PROJECT"
    for viewer in $VIEWERS; do
      may_look add "$viewer" "$page"
    done
    [ -n "$VIEWERS" ] || continue
    seen=$(gcloud beta iap web get-iam-policy --resource-type=cloud-run --service="$PREFIX$page" --flatten='bindings[].members' \
      --filter="bindings.role=$looker" --format='value(bindings.members)' --region="$REGION" --project="$PROJECT")
    for viewer in $seen; do
      case " $VIEWERS " in
        *" $viewer "*) ;;
        *) may_look remove "$viewer" "$page" ;;
      esac
    done
  done
}

channel=
find_channel() {
  channel=$(gcloud beta monitoring channels list --filter="displayName=\"$1\"" --format='value(name)' --limit=1 \
    --project="$PROJECT")
}
find_policy() {
  gcloud monitoring policies list --filter="displayName=\"${PREFIX}register: $1\"" --format='value(name)' --limit=1 \
    --project="$PROJECT"
}
# NAME FORMER-NAME: an alert, kept as the input says; it is the same one under the name that 0.1.0 gave it.
alert() {
  say "Cảnh báo: $1."
  policy=$(sed "s/@PREFIX@/$PREFIX/g")
  found=$(find_policy "$1")
  [ -n "$found" ] || found=$(find_policy "$2")
  if [ -n "$found" ]; then
    gcloud monitoring policies update "$found" --policy="$policy" --project="$PROJECT" \
      ${channel:+--set-notification-channels="$channel"}
  else
    gcloud monitoring policies create --policy="$policy" --project="$PROJECT" ${channel:+--notification-channels="$channel"}
  fi
}
watch_over() {
  if [ -n "$ALERTS_TO" ]; then
    say 'Nơi nhận cảnh báo.'
    find_channel "${PREFIX}register: $ALERTS_TO"
    [ -n "$channel" ] || gcloud beta monitoring channels create --type=email --display-name="${PREFIX}register: $ALERTS_TO" \
      --channel-labels="email_address=$ALERTS_TO" --project="$PROJECT"
    find_channel "${PREFIX}register: $ALERTS_TO"
  fi
  alert 'có hàm báo lỗi' 'a function fails' <<'POLICY'
{
  "displayName": "@PREFIX@register: có hàm báo lỗi",
  "documentation": { "mimeType": "text/markdown", "content": "Xem nhật ký của hàm; lần chạy sau làm tiếp phần còn lại." },
  "combiner": "OR",
  "conditions": [{
    "displayName": "ba lần trả lời lỗi trong nửa giờ",
    "conditionThreshold": {
      "filter": "metric.type=\"run.googleapis.com/request_count\" AND resource.type=\"cloud_run_revision\" AND (resource.labels.service_name=\"@PREFIX@sync\" OR resource.labels.service_name=\"@PREFIX@renew-watch\" OR resource.labels.service_name=\"@PREFIX@doctor\" OR resource.labels.service_name=\"@PREFIX@dashboard\" OR resource.labels.service_name=\"@PREFIX@synthesis\") AND metric.labels.response_code_class=\"5xx\"",
      "aggregations": [{ "alignmentPeriod": "1800s", "perSeriesAligner": "ALIGN_DELTA", "crossSeriesReducer": "REDUCE_SUM", "groupByFields": ["resource.label.service_name"] }],
      "comparison": "COMPARISON_GT",
      "thresholdValue": 2,
      "duration": "0s"
    }
  }]
}
POLICY
  alert 'sync im lặng' 'sync is silent' <<'POLICY'
{
  "displayName": "@PREFIX@register: sync im lặng",
  "documentation": { "mimeType": "text/markdown", "content": "Không có lần chạy tốt nào trong một giờ: xem Cloud Scheduler và hàm sync." },
  "combiner": "OR",
  "conditions": [{
    "displayName": "một giờ không có lần chạy sync nào tốt",
    "conditionAbsent": {
      "filter": "metric.type=\"run.googleapis.com/request_count\" AND resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"@PREFIX@sync\" AND metric.labels.response_code_class=\"2xx\"",
      "aggregations": [{ "alignmentPeriod": "60s", "perSeriesAligner": "ALIGN_DELTA", "crossSeriesReducer": "REDUCE_SUM" }],
      "duration": "3600s"
    }
  }]
}
POLICY
  alert 'doctor thấy việc cần người' 'doctor needs a person' <<'POLICY'
{
  "displayName": "@PREFIX@register: doctor thấy việc cần người",
  "documentation": { "mimeType": "text/markdown", "content": "Chạy npm run doctor và làm theo từng dòng." },
  "combiner": "OR",
  "conditions": [{
    "displayName": "lần kiểm tra thấy việc cần người",
    "conditionMatchedLog": {
      "filter": "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"@PREFIX@doctor\" AND jsonPayload.needsPerson>0"
    }
  }],
  "alertStrategy": { "notificationRateLimit": { "period": "43200s" }, "autoClose": "86400s" }
}
POLICY
}

# Each release leaves the images of five functions behind.
tidy_images() {
  say 'Ảnh của các bản trước được xóa sau một tháng, trừ ba bản gần nhất của mỗi hàm.'
  gcloud artifacts repositories set-cleanup-policies gcf-artifacts --policy=/dev/stdin --no-dry-run \
    --location="$REGION" --project="$PROJECT" <<'RULES'
[
  { "name": "former", "action": { "type": "Delete" }, "condition": { "olderThan": "30d" } },
  { "name": "last", "action": { "type": "Keep" }, "mostRecentVersions": { "keepCount": 3 } }
]
RULES
}

# From here on what the system can do without, each on its own.
beside 'tin báo có báo cáo mới (báo cáo được ghi nhận chậm nhất 10 phút); thường do chính sách của tổ chức, xem Điều kiện cần có, mục 4' wake_by_push
[ "$NO_PAGES" = 1 ] || beside 'trang điều hành và dự thảo cho người xem (Identity-Aware Proxy); dự án không thuộc tổ chức thì chạy lại với --no-pages' open_pages
beside 'cảnh báo; khi chưa có thì mỗi ngày tự chạy npm run doctor' watch_over
beside 'dọn ảnh của các bản cũ' tidy_images
[ -n "$ALERTS_TO" ] || say 'Chưa ai nhận cảnh báo: thêm --alerts-to.'

# SECRET KEPT: the functions run with the newest version by now; a disabled one is back by `gcloud secrets versions enable`.
disable_old() {
  say "Các phiên bản cũ của $1 không còn dùng được."
  set -- "$PREFIX$1" "$2"
  enabled=$(gcloud secrets versions list "$1" --filter=state=ENABLED --sort-by='~createTime' \
    --format='value(name.basename())' --project="$PROJECT")
  echo "$enabled" | tail -n "+$(($2 + 1))" | grep . | while read -r version; do
    gcloud secrets versions disable "$version" --secret="$1" --project="$PROJECT" --quiet </dev/null
  done
}
disable_old SMTP_URL 1
disable_old LINK_SECRET 1
! there gcloud secrets describe "${PREFIX}IMAP_URL" --format='value(name)' --project="$PROJECT" || disable_old IMAP_URL 1
if there gcloud secrets describe "${PREFIX}LINK_SECRET_PREVIOUS" --format='value(name)' --project="$PROJECT"; then
  kept=0
  [ -z "${LINK_SECRET_PREVIOUS:-}" ] || kept=1
  disable_old LINK_SECRET_PREVIOUS "$kept"
fi

cat <<STEPS

Việc còn lại, làm bằng tay:
1. Gọi một lần: gcloud scheduler jobs run ${PREFIX}renew-watch --location=$REGION --project=$PROJECT
2. Gọi một lần: gcloud scheduler jobs run ${PREFIX}sync --location=$REGION --project=$PROJECT, chờ một phút.
3. Chạy npm run doctor, làm theo từng dòng cho tới khi không còn việc nào cần người xử lý.
4. Gọi một lần: gcloud scheduler jobs run ${PREFIX}self-test --location=$REGION --project=$PROJECT; bảng tự kiểm tra tới ${ALERT_TO:-"địa chỉ đặt ở ALERT_TO"} bằng thư, không dòng nào KHÁC là đạt.
5. Điều phối viên kiểm tra tab Lịch thư, sau đó mới đặt Gửi thư thành Bật ở tab Cài đặt.
STEPS
if [ -n "$missed" ]; then
  ended=1
  printf '\nChưa làm được, hệ thống vẫn chạy; xem lỗi ở trên rồi chạy lại lệnh này:%s\n' "$missed"
  exit 3
fi
