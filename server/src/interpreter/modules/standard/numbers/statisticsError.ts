/** What `statistics` raises. */
import { defineException, exceptionType, raise } from '../../../exceptions.ts';

export const statisticsError = defineException('StatisticsError', 'statistics', exceptionType('ValueError'));
export const fail = (message: string): never => raise(statisticsError, message);
