const WORDS: Record<string, string> = {
  no_account: "There is no account for you here. Ask somebody who manages users for an invitation.",
  no_name: "Your company's sign-in did not say who you are here. Ask an administrator.",
  another_person: "This account belongs to somebody else of your company. Ask an administrator.",
  disabled: "Your account is disabled. Ask an administrator.",
};

/** Why single sign-on sent the browser back, by the address it came back to; null when it did not. */
export function ssoRefusal(search: string): string | null {
  const code = new URLSearchParams(search).get("sso");
  return code === null ? null : (WORDS[code] ?? "Signing in with your company did not work. Try again.");
}
