import { ROLES, type Role } from "./role";

const yes = true;
const no = false;

/**
 * Who may do what in a room. Written once, here: pages, operations and tickets all read it.
 *
 * The rows above the line are Azure Communication Services' published role table and must not
 * differ from it; the rows below are ours.
 */
// prettier-ignore
export const PERMISSIONS = {
  seeAndHear:        { presenter: yes, collaborator: yes, attendee: yes, consumer: yes },
  useCamera:         { presenter: yes, collaborator: yes, attendee: yes, consumer: no },
  useMicrophone:     { presenter: yes, collaborator: yes, attendee: yes, consumer: no },
  shareScreen:       { presenter: yes, collaborator: yes, attendee: no,  consumer: no },
  muteOthers:        { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  removeOthers:      { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  bringIn:           { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  endForEveryone:    { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  readCaptions:      { presenter: yes, collaborator: yes, attendee: yes, consumer: yes },
  seeWhoIsMuted:     { presenter: yes, collaborator: yes, attendee: yes, consumer: yes },
  // ————
  admitFromLobby:    { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  sendBackToLobby:   { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  passLobby:         { presenter: yes, collaborator: yes, attendee: no,  consumer: no },
  keepSeatWhenFull:  { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  enterBackstage:    { presenter: yes, collaborator: yes, attendee: no,  consumer: no },
  changeRoles:       { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  goLive:            { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  extendWindow:      { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  spotlight:         { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  readRecord:        { presenter: yes, collaborator: no,  attendee: no,  consumer: no },
  writeChat:         { presenter: yes, collaborator: yes, attendee: yes, consumer: no },
  raiseHand:         { presenter: yes, collaborator: yes, attendee: yes, consumer: yes },
} as const satisfies Record<string, Record<Role, boolean>>;

export type Action = keyof typeof PERMISSIONS;

/** Whether `role` may do `action`. The only way code asks about a permission. */
export function can(role: Role, action: Action): boolean {
  return PERMISSIONS[action][role];
}

/** The roles that may do `action`, the most trusted first. */
export function rolesThat(action: Action): Role[] {
  return ROLES.filter((role) => can(role, action));
}
