import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ChangePreview } from "@/ui/ChangePreview";
import { Dialog } from "@/ui/Dialog";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";

import { useUndo, useUndoPreview, type Change, type ChangeSet, type Undone } from "./queries";
import { nameAndPlace, refusalWords, useChangeWords } from "./words";

/** Shows what an undo would take back now, and what it would leave alone and why; then does it. */
export function UndoDialog({
  set,
  change,
  isOpen,
  onClose,
}: {
  set: ChangeSet;
  /** Only this one; else the whole set. */
  change?: Change;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useWords();
  const words = useChangeWords();
  const only = change ? [change.id] : [];
  const preview = useUndoPreview(set.id, only, isOpen);
  const tell = useUndoneToast();
  const undo = useUndo((done) => {
    tell(done);
    onClose();
  });
  const count = preview.data?.count ?? 0;
  return (
    <Dialog
      title={t("changes.undoTitle")}
      isOpen={isOpen}
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t("changes.undoFiles", { count, shown: words.files(count) })}
            disabled={count === 0}
            busy={undo.isPending}
            onPress={() => undo.mutate({ id: set.id, changes: only })}
          />
        </>
      }
    >
      <Text>{change ? nameAndPlace(change.path).name : words.title(set)}</Text>
      {preview.isLoading && <Skeleton height={60} />}
      {preview.error && <ProblemView problem={told(preview.error)} />}
      {preview.data && (
        <>
          <Text step="small" color="muted">
            {t("changes.undoSays", { count, shown: words.files(count) })}
          </Text>
          {preview.data.refused.length > 0 && (
            <Card flush>
              <ChangePreview
                files={preview.data.refused.map((refused) => ({
                  key: refused.path,
                  ...nameAndPlace(refused.path),
                  became: [],
                  refusal: refusalWords(refused),
                }))}
                total={t("changes.leftAlone", {
                  count: preview.data.refused.length,
                  shown: words.files(preview.data.refused.length),
                })}
              />
            </Card>
          )}
        </>
      )}
    </Dialog>
  );
}

/** Says how many files an undo took back, and how many it left alone. */
export function useUndoneToast(): (done: Undone) => void {
  const { t } = useWords();
  const words = useChangeWords();
  return ({ undone, refused }) => {
    const back = t("changes.wasUndone", { count: undone, shown: words.files(undone) });
    const left = t("changes.leftAlone", { count: refused, shown: words.files(refused) });
    if (undone) toast(refused ? `${back} ${left}` : back);
    else toast(left, { tone: "bad" });
  };
}
