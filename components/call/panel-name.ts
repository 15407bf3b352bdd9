/** What can stand beside the stage. */
export type PanelName = "people" | "devices";
