import type { ReactNode } from "react";

import { useWords } from "@/i18n/words";

import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Text } from "./Text";

/** Asks once more before something that cannot be taken back; it says what will be, and closes. */
export function Confirm({
  title,
  doIt,
  isOpen,
  onClose,
  onConfirm,
  isHarmless = false,
  children,
}: {
  title: string;
  doIt: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  isHarmless?: boolean;
  children: ReactNode;
}) {
  const { t } = useWords();
  const confirm = () => {
    onConfirm();
    onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button tone={isHarmless ? "primary" : "danger"} label={doIt} onPress={confirm} />
        </>
      }
    >
      {typeof children === "string" ? <Text>{children}</Text> : children}
    </Dialog>
  );
}
