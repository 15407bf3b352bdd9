/** The camera, microphone and speaker test before a call. */
export const devices = {
  title: "Camera and sound",
  test: "Test camera and sound",
  "test-sound": "Test the sound",
  "all-well": "Camera and sound work",
  settings: "Camera and sound settings",
  asking:
    "Your browser asks for {what, select, camera {the camera} microphone {the microphone} other {camera and microphone}}",
  "asking-why":
    "Allow it, so that the others can see and hear you. Nothing is sent before you join.",
  "self-view": "Your picture, as in a mirror",
  "camera-off": "Camera is off",
  "camera-off-why": "The others see your name instead.",
  "camera-starts": "The camera starts",
  camera: "Camera",
  microphone: "Microphone",
  speaker: "Speaker",
  on: "on",
  off: "off",
  heard: "We hear you.",
  speak: "Say something: the bar moves.",
  unheard: "We don't hear you. Speak up, or choose another microphone below.",
  "microphone-off": "Microphone is off. The others won't hear you.",
  "system-choice": "Chosen by the browser",
  unnamed: "{kind} {number}",
  play: "Play a sound",
  played: "If you heard nothing, turn the sound up or choose another speaker.",
  "played-plain": "If you heard nothing, turn the sound of this device up.",

  blocked:
    "{what, select, camera {Camera is} microphone {Microphone is} other {Camera and microphone are}} blocked by the browser",
  "blocked-chrome":
    "Press the sign left of the address, allow {what, select, camera {the camera} microphone {the microphone} other {both}}, and come back here.",
  "blocked-edge":
    "Press the lock left of the address, allow {what, select, camera {the camera} microphone {the microphone} other {both}}, and come back here.",
  "blocked-firefox":
    "Press the crossed-out sign left of the address, take the block away, and press Try again.",
  "blocked-safari":
    "In the menu Safari, open Settings for this website and allow {what, select, camera {the camera} microphone {the microphone} other {both}}.",
  "blocked-ios":
    "Press the sign beside the address, then Website settings, and allow {what, select, camera {the camera} microphone {the microphone} other {both}}.",
  "blocked-android":
    "Press the sign left of the address, then Permissions, and allow {what, select, camera {the camera} microphone {the microphone} other {both}}.",
  "blocked-other":
    "Look for a sign beside the address, allow {what, select, camera {the camera} microphone {the microphone} other {both}}, and press Try again.",
  system:
    "{what, select, camera {Camera is} microphone {Microphone is} other {Camera and microphone are}} blocked by this device",
  "system-help":
    "Open the settings of the device, look for Privacy, and allow it for your browser. Then press Try again.",
  dismissed: "The browser's question was closed",
  "dismissed-help": "Press Try again and then Allow.",
  missing:
    "{what, select, camera {No camera found} microphone {No microphone found} other {No camera and no microphone found}}",
  "missing-help":
    "Plug one in and it starts by itself. Without one you can still see and hear the others.",
  busy: "{what, select, camera {Another program uses the camera} microphone {Another program uses the microphone} other {Another program uses camera and microphone}}",
  "busy-help": "Close other calls and programs that use it, then press Try again.",
  insecure: "The browser gives no camera to this address",
  "insecure-help": "Open the link in your invitation again. The address has to begin with https.",
  unsupported: "This browser can't use a camera",
  "unsupported-help": "Open the link in Safari, Chrome, Firefox or Edge.",
  failed:
    "{what, select, camera {The camera doesn't start} microphone {The microphone doesn't start} other {Camera and microphone don't start}}",
  "failed-help":
    "Unplug it and plug it in again, or choose another one below. Then press Try again.",
  picture: "Where to press: the sign beside the address",
  "try-again": "Try again",
  "go-on-without":
    "Go on without {what, select, camera {camera} microphone {microphone} other {camera and microphone}}",
  "without-camera": "The others won't see you.",
  "without-microphone": "The others won't hear you.",
  "without-both": "You see and hear the others; they don't see or hear you.",
} as const;
