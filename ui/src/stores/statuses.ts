import type { StatusAfter } from '../generated/desk';

const rows: Record<StatusAfter, true> = {
  completed: true,
  shipped: true,
  initialized: true,
  uncleared: true,
  reserved: true,
  declined: true,
  cancelled: true,
  void: true,
  expired: true,
  refunded: true,
};

/** Every order status that a capture may ask for, the usual ones first. */
export const statusesAfter = Object.keys(rows) as StatusAfter[];
