/** Said by the browser when a page can't be made; plain text, so that no page carries a formatter for it. */
export const errorPage = {
  title: "We can't show this page right now",
  text: "Our records don't answer, or something went wrong on our side. Nothing that you saved is lost. This page tries again by itself.",
  retry: "Try again now",
} as const;
