import { useLayoutEffect, useRef } from "react";

/** The newest value for callbacks that must keep their identity. */
export function useLatest<T>(value: T) {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
