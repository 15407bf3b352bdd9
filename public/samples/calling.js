// A whole client for a room, with nothing but the calling library. Copy what you need.
import {
  CallClient,
  Features,
  LocalVideoStream,
  VideoStreamRenderer,
} from "/calling/rostrum-calling.js";

const find = (id) => document.getElementById(id);

/** What each button needs. */
const NEEDS = {
  mute: "unmuteMic",
  video: "turnVideoOn",
  screen: "shareScreen",
  "mute-all": "muteOthers",
  "end-for-everyone": "hangUpForEveryOne",
};

const form = find("join");
const client = new CallClient();

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { token, roomId, displayName, muted, video } = Object.fromEntries(new FormData(form));
  // A real page asks its own server for the token, and again when it has expired.
  const credential = { getToken: async () => ({ token }) };
  const agent = await client.createCallAgent(credential, { displayName: displayName || undefined });
  const camera = video ? await firstCamera() : undefined;
  const call = agent.join(
    { roomId: roomId.trim() },
    {
      audioOptions: { muted: muted === "on" },
      videoOptions: camera && { localVideoStreams: [camera] },
    },
  );
  show(call, camera);
});

async function firstCamera() {
  const devices = await client.getDeviceManager();
  await devices.askDevicePermission({ audio: true, video: true });
  const [camera] = await devices.getCameras();
  return camera && new LocalVideoStream(camera);
}

function show(call, camera) {
  find("call").hidden = false;
  find("events").replaceChildren();
  find("people").replaceChildren();
  const capabilities = call.feature(Features.Capabilities);

  const draw = () => {
    // A picture that nobody sees is not sent, so the form makes room for the call.
    form.hidden = call.state !== "Disconnected";
    find("actions").hidden = !form.hidden;
    find("state").textContent = call.state;
    find("role").textContent = call.role;
    find("capabilities").textContent = Object.entries(capabilities.capabilities)
      .filter(([, { isPresent }]) => isPresent)
      .map(([name]) => name)
      .join(", ");
    find("end").textContent = describeEnd(call.callEndReason);
    find("mute").textContent = call.isMuted ? "Unmute" : "Mute";
    find("video").textContent = call.isLocalVideoStarted ? "Stop video" : "Start video";
    find("screen").textContent = call.isScreenSharingOn ? "Stop sharing" : "Share screen";
    for (const [id, name] of Object.entries(NEEDS)) {
      offer(find(id), capabilities.capabilities[name]);
    }
    for (const remove of find("people").querySelectorAll("button")) {
      offer(remove, capabilities.capabilities.removeParticipant);
    }
  };
  const note = (text) => {
    const line = document.createElement("li");
    line.textContent = text;
    find("events").append(line);
    draw();
  };

  call.on("stateChanged", () => note(`stateChanged: ${call.state}`));
  call.on("roleChanged", () => note(`roleChanged: ${call.role}`));
  call.on("isMutedChanged", () => note(`isMutedChanged: ${call.isMuted}`));
  call.on("mutedByOthers", () => note("mutedByOthers"));
  call.on("stateChanged", () => call.state === "Disconnected" && void showOwn(call));
  call.on("isScreenSharingOnChanged", () => note("isScreenSharingOnChanged"));
  capabilities.on("capabilitiesChanged", ({ newValue, reason }) =>
    note(`capabilitiesChanged (${reason}): ${Object.keys(newValue).join(", ")}`),
  );
  call.on("localVideoStreamsUpdated", () => {
    note("localVideoStreamsUpdated");
    void showOwn(call);
  });
  call.on("remoteParticipantsUpdated", ({ added, removed }) => {
    for (const participant of added) find("people").append(tileOf(call, participant));
    for (const { identifier } of removed) find(identifier.communicationUserId)?.remove();
    note("remoteParticipantsUpdated");
  });

  const act = (id, work) => {
    find(id).onclick = () => {
      find("problem").textContent = "";
      work().then(draw, (error) => {
        find("problem").textContent = `${error.message} (${error.code}/${error.subCode})`;
      });
    };
  };
  act("mute", () => (call.isMuted ? call.unmute() : call.mute()));
  act("video", async () => {
    const [sent] = call.localVideoStreams;
    if (sent) return call.stopVideo(sent);
    camera ??= await firstCamera();
    await call.startVideo(camera);
  });
  act("screen", () =>
    call.isScreenSharingOn ? call.stopScreenSharing() : call.startScreenSharing(),
  );
  act("mute-all", () => call.muteAllRemoteParticipants());
  act("hang-up", () => call.hangUp());
  act("end-for-everyone", () => call.hangUp({ forEveryone: true }));
  draw();
  void showOwn(call);
}

/** What a role never allows is not there; what can't be done for now is there and says why. */
function offer(button, { isPresent, reason }) {
  button.hidden = reason === "RoleRestricted";
  button.disabled = !isPresent;
  button.title = isPresent ? "" : reason;
}

function describeEnd(end) {
  if (!end) return "";
  const { reason, opensAt, closedAt, endedAt } = end.details ?? {};
  return [`${end.code}/${end.subCode}`, reason, opensAt ?? closedAt ?? endedAt]
    .filter(Boolean)
    .join(" ");
}

let ownView;

async function showOwn(call) {
  ownView?.dispose();
  ownView = undefined;
  const [stream] = call.localVideoStreams;
  // What is shown keeps the camera on.
  if (!stream || call.state === "Disconnected") return;
  const view = await new VideoStreamRenderer(stream).createView({ isMirrored: true });
  if (call.state === "Disconnected") return view.dispose();
  ownView = view;
  find("own").replaceChildren(ownView.target);
}

function tileOf(call, participant) {
  const tile = document.createElement("li");
  tile.id = participant.identifier.communicationUserId;
  const name = document.createElement("p");
  const remove = document.createElement("button");
  const describe = () => {
    const { displayName, role, isMuted } = participant;
    name.textContent = `${displayName}, ${role}${isMuted ? ", muted" : ""}`;
    remove.textContent = `Remove ${displayName}`;
  };
  for (const event of ["displayNameChanged", "roleChanged", "isMutedChanged"]) {
    participant.on(event, describe);
  }
  remove.onclick = () =>
    call.removeParticipant(participant.identifier).catch((error) => {
      find("problem").textContent = `${error.message} (${error.code}/${error.subCode})`;
    });
  describe();
  tile.append(name, ...participant.videoStreams.map(pictureOf), remove);
  return tile;
}

function pictureOf(stream) {
  const picture = document.createElement("div");
  picture.className = "picture";
  picture.role = "group";
  picture.ariaLabel = stream.mediaStreamType;
  const renderer = new VideoStreamRenderer(stream);
  const follow = async () => {
    if (!stream.isAvailable) return picture.replaceChildren();
    picture.replaceChildren((await renderer.createView({ scalingMode: "Fit" })).target);
  };
  stream.on("isAvailableChanged", follow);
  void follow();
  return picture;
}
