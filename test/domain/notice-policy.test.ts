import { describe, expect, test } from 'vitest';
import { planNotices } from '../../functions/domain/notice-policy.ts';
import {







  lines,
  policyInput,

} from './notice-world.ts';

  });
});
