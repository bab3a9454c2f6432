function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** A trace begins with what somebody did here. The server takes it up where traces are on (W3C Trace Context). */
export const newTraceparent = () => `00-${hex(16)}-${hex(8)}-01`;
