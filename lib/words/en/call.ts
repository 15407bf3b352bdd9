/** The call page: what stands on it and what it tells. */
export const call = {
  // Header and clock
  callOf: "Call: {title}",
  minutesLeft: "{minutes, plural, one {# min left} other {# min left}}",
  hoursLeft: "Until {closesAt}",
  windowOver: "Time is over",
  endsAtHint: "Ends for everyone: {closesAt}",
  moreTime: "More time",
  moreTimeTitle: "Make this longer",
  moreTimeText: "Now it ends for everyone at {closesAt}. How much longer do you need?",
  addMinutes: "{minutes} minutes more",
  close: "Close",
  goLive: "Go live",
  goLiveHint: "The audience can come in then.",
  live: "Live",
  backstage: "Not live yet",

  // The bar
  controls: "Call controls",
  microphone: "Microphone",
  microphoneShort: "Mic",
  camera: "Camera",
  share: "Share",
  shareScreen: "Share screen",
  stopSharing: "Stop sharing",
  stopSharingShort: "Stop",
  people: "People",
  peopleWithCount: "People, {count} in the call",
  peopleWaiting: "{count, plural, one {# waiting} other {# waiting}}",
  more: "More",
  moreTitle: "Camera and sound",
  leave: "Leave",

  // Leaving
  leaveTitle: "Leave or end?",
  leaveText: "If you leave, the others can go on without you. You can come back until {closesAt}.",
  leaveOnly: "Leave, others go on",
  endForEveryone: "End for everyone",
  endTitle: "End for everyone?",
  endText:
    "{count, plural, =0 {Nobody else is in the call.} one {One other person is in the call and is put out.} other {# other people are in the call and are put out.}} Nobody can come back in afterwards.",
  goBack: "Go back",

  // Tiles
  tiles: "People in the call",
  you: "You",
  nameOfYou: "{name} (you)",
  speaking: "speaking",
  microphoneOffMark: "microphone off",
  cameraOffMark: "camera off",
  weakConnection: "Weak connection",
  lostConnection: "Connection lost",
  screenOf: "Screen of {name}",
  seeScreenOf: "See the screen of {name}",
  screenComing: "{name}'s screen is coming up",
  ownScreenTitle: "What you share",
  ownScreen:
    "You are sharing {what, select, monitor {your whole screen} window {a window} browser {a browser tab} other {your screen}}",
  ownScreenText: "The others see it until you stop.",
  aloneTitle: "You are in",
  alone: "Nobody else is here now. This page shows them when they come.",
  aloneButWaiting: "Nobody else is in the call.",
  stageEmpty: "Nobody is on the stage now. This page shows them when they come.",
  previousPage: "Previous people",
  nextPage: "Next people",
  pageOf: "{page} of {pages}",

  // Coming in
  letIn: "You are in. The others see and hear you now.",
  letInHeard: "You are in. The others hear you now and don't see you.",
  letInSeen: "You are in. The others see you now and don't hear you.",
  letInUnseen: "You are in. Your camera and your microphone are off.",
  letInToListen: "You are in. You see and hear the others; nobody sees or hears you.",

  // The lobby
  isWaiting: "{name} is waiting",
  isWaitingBorn: "{name} ({birthYear}) is waiting",
  admit: "Admit {name}",
  admitBorn: "Admit {name} ({birthYear})",
  othersWaiting: "{count, plural, one {and # more} other {and # more}}",
  lobby: "Waiting to be let in",
  onTwoDevices: "Opened on two devices with the same link.",
  waitingSince: "since {since}",

  // People
  findPerson: "Find somebody",
  foundNobody: "Nobody shown here has “{search}” in their name.",
  inTheCall: "In the call",
  notHere: "Not here",
  returnRequests: "Asking to come back",
  removed: "Taken out",
  removedAt: "taken out at {when}",
  letBackIn: "Let {name} back in",
  roleOf:
    "{capacity, select, clinician {Clinician} patient {Patient} helper {Helper} interpreter {Interpreter} host {Host} speaker {Speaker} audience {Audience} other {}}",
  microphoneOn: "microphone on",
  sharing: "shares the screen",
  cannotCome: "can't come",
  listens: "listens",
  mute: "Mute {name}",
  muteShort: "Mute",
  manage: "Manage {name}",
  manageShort: "Manage",
  roleLabel: "May do",
  roleGive: "Change what {name} may do",
  roleGiveShort: "Change",
  rolePresenter: "Lead: admit, mute, remove, end",
  roleCollaborator: "Speak and share the screen",
  roleAttendee: "Speak",
  roleConsumer: "Watch and listen",
  sourcesLabel: "May use",
  sourceMicrophone: "Microphone",
  sourceCamera: "Camera",
  sourceScreen: "Screen sharing",
  crowdLabel: "Everybody who may only speak",
  forbidMicrophones: "Turn off their microphones",
  allowMicrophones: "Allow their microphones",
  forbidCameras: "Turn off their cameras",
  allowCameras: "Allow their cameras",
  sendBack: "Send {name} back to the lobby",
  sendBackShort: "Send back to the lobby",
  remove: "Remove {name}",
  removeShort: "Remove",
  removeTitle: "Remove {name}?",
  removeText: "They are put out at once and can't come back unless you let them in again.",
  removeReason: "Reason, if you want to give one",
  removeReasonHint: "{name} reads it.",

  // Devices
  deviceCamera: "Camera",
  deviceMicrophone: "Microphone",
  deviceSpeaker: "Speaker",
  deviceUnnamed: "Device {number}",
  noDevices: "None found",
  deviceNotUsable:
    "That device can't be used right now. Another program may be using it. Choose another one.",
  speakerBySystem: "The browser uses the system's speaker.",
  microphoneBlocked:
    "The microphone is blocked by the browser. Press the sign beside the address, allow the microphone, then turn it on here. You can go on listening meanwhile.",
  microphoneMissing:
    "No microphone was found. Plug one in and turn it on here. You can go on listening meanwhile.",
  microphoneBusy: "Another program uses the microphone. Close that program, then turn it on here.",
  microphoneFailed: "The microphone could not be started. Try another one under More.",
  cameraBlocked:
    "The camera is blocked by the browser. Press the sign beside the address, allow the camera, then turn it on here. The others can hear you meanwhile.",
  cameraMissing:
    "No camera was found. Plug one in and turn it on here. The others can hear you meanwhile.",
  cameraBusy: "Another program uses the camera. Close that program, then turn it on here.",
  cameraFailed: "The camera could not be started. Try another one under More.",
  screenBlocked:
    "The system does not let the browser show the screen. Allow it in the system's settings for privacy.",
  screenMissing: "There is no screen to share.",
  screenBusy: "The screen could not be shared. Try again.",
  screenFailed: "This browser can't share the screen. A browser on a computer can.",

  // Connection
  joining: "Connecting",
  resuming: "Repairing the connection. If you still hear each other, just go on",
  reconnecting: "Connection lost. Bringing it back",
  reconnectingText: "Stay on this page. You come back in by yourself.",
  comingBack: "Connection lost. Coming back in",
  steadyAgain: "You are connected again.",
  turnSoundOn: "Turn sound on",
  soundBlockedText: "The browser waits for your press before it plays sound.",

  // Told
  Host: "{kind, select, visit {The clinician} other {The host}}",
  joined: "{name} is in the call",
  manyJoined: "{count} people came into the call",
  leftCall: "{name} left the call",
  manyLeft: "{count} people left the call",
  cameToLobby: "{name} is waiting to be let in",
  asksToReturn: "{name} asks to come back.",
  sharesScreen: "{name} shares the screen",
  microphoneMutedByHost:
    "{Host} turned off your microphone. You can turn it on again when you want to speak.",
  cameraMutedByHost: "{Host} turned off your camera. You can turn it on again.",
  microphoneUnplugged:
    "Your microphone is gone. Plug it in or choose another one under More, then turn it on.",
  cameraUnplugged:
    "Your camera is gone. Plug it in or choose another one under More, then turn it on.",
  microphoneWithheld:
    "{Host} turned off your microphone. You can't turn it on until they allow it.",
  cameraWithheld: "{Host} turned off your camera. You can't turn it on until they allow it.",
  screenWithheld: "{Host} ended screen sharing for you. You can't share until they allow it.",
  microphoneAllowed: "You may turn on your microphone again.",
  cameraAllowed: "You may turn on your camera again.",
  screenAllowed: "You may share your screen again.",
  becamePresenter: "You lead now, too: you can admit, mute and remove people and end the call.",
  becameCollaborator: "{Host} changed what you may do: you can speak and share your screen.",
  becameAttendee: "{Host} changed what you may do: you can speak, but not share your screen.",
  becameConsumer:
    "{Host} changed what you may do: you can watch and listen. Your camera and microphone are off.",
  strangerPutOut:
    "Somebody who is not on the list got into the call. They were put out at once. It is in the record.",
  cameBackPutOut: "{name} came back after being put out, and was put out again.",
  floodPutOut:
    "{name} sent far more pictures or sounds at once than anybody needs, and was put out.",
  mislabelledPutOut:
    "{name} sent something other than they said and was put out. It is in the record.",
  rightsSetRight: "{name} could do more than they may for a moment. That was set right.",
  extended: "There is more time: it now ends at {closesAt}.",
  nowLive: "You are live. The audience can see and hear the stage.",
  soonOver:
    "{minutes, plural, one {# minute} other {# minutes}} left. Then the call ends for everyone.",
  serverSays: "{message}",
  requestFailed: "That didn't reach us. Try again in a moment.",
  dismiss: "Close this message",
} as const;

export type CallWord = keyof typeof call;
