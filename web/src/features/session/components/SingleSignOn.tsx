import { useSignInOptions } from "../api/session";
import styles from "./SingleSignOn.module.css";

/** The way through the company's own sign-in, where there is one. */
export function SingleSignOn() {
  const { data } = useSignInOptions();
  if (!data?.singleSignOn) return null;
  return (
    <div className={styles["way"]}>
      <p className={styles["or"]}>or</p>
      <a className={styles["link"]} href="/api/auth/sso">
        {`Continue with ${data.singleSignOn}`}
      </a>
    </div>
  );
}
