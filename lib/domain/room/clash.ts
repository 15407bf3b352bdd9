/** Another window in which somebody is expected. It ends before `closesAt`. */
export type Clash = { seatId: string; opensAt: Date; closesAt: Date };
