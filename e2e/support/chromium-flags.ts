/** A made-up camera and microphone. */
const MADE_UP_DEVICES = "--use-fake-device-for-media-stream";

/** Nobody is asked whether they may be used. */
const NOBODY_ASKED = "--use-fake-ui-for-media-stream";

/** A Chromium without a window, with a made-up camera and microphone that nobody is asked about. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  MADE_UP_DEVICES,
  NOBODY_ASKED,
  "--autoplay-policy=no-user-gesture-required",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The same on a computer that has neither camera nor microphone. */
export const FLAGS_WITHOUT_DEVICES = CHROMIUM_FLAGS.filter((flag) => flag !== MADE_UP_DEVICES);

/** The same for somebody who says no when the browser asks. */
export const FLAGS_OF_A_NO = CHROMIUM_FLAGS.filter((flag) => flag !== NOBODY_ASKED);
