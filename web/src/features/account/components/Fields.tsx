import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from "react-aria-components";
import shared from "@/shared/ui/Field.module.css";
import styles from "./Fields.module.css";

interface Props extends Omit<TextFieldProps, "className" | "style" | "children"> {
  label: string;
  hint?: string;
}

/** A labelled line of text with what is wrong beneath it. */
export function Field({ label, hint, ...field }: Props) {
  return (
    <TextField {...field} className={shared["field"] ?? ""}>
      <Label className={shared["label"] ?? ""}>{label}</Label>
      <Input className={shared["input"] ?? ""} autoCapitalize="none" spellCheck={false} />
      {hint ? (
        <Text slot="description" className={styles["hint"] ?? ""}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles["wrong"] ?? ""} />
    </TextField>
  );
}

/** A refusal that belongs to the whole form. */
export function Refusal({ text }: { text: string | null }) {
  return text ? (
    <p className={styles["refusal"]} role="alert">
      {text}
    </p>
  ) : null;
}
