/** `datetime`. */
import { defineModule } from '../../../nativeModule.ts';
import type { PyModule } from '../../../values.ts';
import { dateType } from './dateType.ts';
import { datetimeType } from './datetimeType.ts';
import { timedeltaType } from './timedelta.ts';
import { timeType } from './timeType.ts';
import { timezoneType, tzinfoType, utc } from './timezones.ts';

export const datetimeModule = (): PyModule =>
  defineModule({
    name: 'datetime',
    values: {
      MINYEAR: 1,
      MAXYEAR: 9999,
      UTC: utc,
      date: dateType,
      time: timeType,
      datetime: datetimeType,
      timedelta: timedeltaType,
      timezone: timezoneType,
      tzinfo: tzinfoType,
    },
    only: { python3: ['UTC', 'timezone'] },
  });
