import styles from "./Brand.module.css";

export function Brand() {
  return (
    <span className={styles["brand"]}>
      <img className={styles["mark"]} src="/favicon.svg" alt="" />
      PFA Vanguard
    </span>
  );
}
