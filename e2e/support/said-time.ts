/** A time as pages say it: "14:00", and on another day "Tue 14 March, 14:00". Part of a pattern. */
export const SAID_TIME = String.raw`(\w{3} \d{1,2} \w+( \d{4})?, )?\d\d:\d\d`;
