import { useState } from "react";

import { told } from "@/api/problem";
import { hasEnded, useJob } from "@/features/jobs/queries";
import { useJobWords } from "@/features/jobs/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice, ProblemView } from "@/ui/Feedback";
import { ProgressBar } from "@/ui/Progress";
import { Text } from "@/ui/Text";

import { useAwaitRestart, useBackupActions, type Backup } from "./queries";

/** Asks before everything becomes what it was, then shows how far that is until one signs in again. */
export function Restore({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const { restore } = useBackupActions();
  const [jobId, setJobId] = useState<string | null>(null);
  const begin = () => restore.mutate(backup.name, { onSuccess: ({ id }) => setJobId(id) });
  const when = backup.made_at ? format.moment(backup.made_at) : backup.name;
  return (
    <Dialog
      title={t("backups.restoreOf", { when })}
      isOpen
      onClose={onClose}
      foot={
        jobId === null && (
          <>
            <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
            <Button
              tone="danger"
              label={t("backups.restore")}
              busy={restore.isPending}
              onPress={begin}
            />
          </>
        )
      }
    >
      {jobId === null ? (
        <>
          <Text>{t("backups.restoreHint")}</Text>
          <Notice tone="warn">{t("backups.restoreEnds")}</Notice>
          {restore.error && <ProblemView problem={told(restore.error)} />}
        </>
      ) : (
        <Under jobId={jobId} />
      )}
    </Dialog>
  );
}

/** The backup is checked while the server still runs; then it starts again, and asks who one is. */
function Under({ jobId }: { jobId: string }) {
  const { t } = useWords();
  const { says } = useJobWords();
  const job = useJob(jobId).data;
  const isRefused = job !== undefined && hasEnded(job) && job.status !== "completed";
  const isRestarting = job?.status === "completed";
  useAwaitRestart(isRestarting);
  if (isRefused) return <Notice tone="bad">{job.error ?? t(`jobStatus.${job.status}`)}</Notice>;
  return (
    <>
      <ProgressBar label={t("backups.restore")} percent={isRestarting ? 90 : null} />
      <Text aria-live="polite">
        {isRestarting ? t("backups.restarting") : says(job?.message ?? "Checking the backup")}
      </Text>
      <Text step="small" color="muted">
        {t("backups.signInAgain")}
      </Text>
    </>
  );
}
