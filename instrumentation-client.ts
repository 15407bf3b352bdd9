/** The part of the browser's Trusted Types that TypeScript does not know yet. */
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
};

const { trustedTypes } = window as Window & { trustedTypes?: TrustedTypes };

/** Where our build's scripts lie. */
const OWN_SCRIPTS = `${location.origin}/_next/static/`;

/**
 * The bundler loads parts of a page later by setting the address of a script, which the content
 * security policy forbids to plain text. This lets it do so for our own build's files; text that
 * would become mark-up or code stays forbidden. Next runs this file before anything else on each
 * page, also on the one that stands in for a page that could not be made.
 */
trustedTypes?.createPolicy("default", {
  createScriptURL: (address) =>
    new URL(address, location.href).href.startsWith(OWN_SCRIPTS) ? address : null,
});
