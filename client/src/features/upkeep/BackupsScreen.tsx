import ArchiveIcon from "lucide-react-native/icons/archive";
import DownloadIcon from "lucide-react-native/icons/download";
import MoreIcon from "lucide-react-native/icons/ellipsis";
import RestoreIcon from "lucide-react-native/icons/archive-restore";
import CheckIcon from "lucide-react-native/icons/shield-check";
import TrashIcon from "lucide-react-native/icons/trash";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useToldOf } from "@/features/jobs/told-of";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Confirm } from "@/ui/Confirm";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Menu } from "@/ui/Menu";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { space } from "@/ui/tokens";

import { LastRestore } from "./LastRestore";
import { useBackup, useBackupActions, useBackups, useCheckBackup, type Backup } from "./queries";
import { Restore } from "./Restore";

/** What there is to go back to: made each night and when somebody asks, and how to go back. */
export function BackupsScreen() {
  const { t } = useWords();
  const format = useFormat();
  const toldOf = useToldOf();
  const backups = useBackups();
  const make = useBackup(toldOf("backups.begun"));
  const check = useCheckBackup(toldOf("backups.checking"));
  const { download, remove } = useBackupActions();
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const [leaving, setLeaving] = useState<Backup | null>(null);
  const found = backups.data?.backups;
  return (
    <Page
      title={t("backups.title")}
      count={found && format.number(found.length)}
      hint={backups.data && t("backups.where", { folder: backups.data.folder })}
      back="/settings"
      narrow
      actions={
        <Button
          tone="primary"
          icon={ArchiveIcon}
          label={t("backups.make")}
          busy={make.isPending}
          onPress={() => make.mutate()}
        />
      }
    >
      {backups.error && (
        <ProblemView problem={told(backups.error)} onRetry={() => void backups.refetch()} />
      )}
      <LastRestore restore={backups.data?.restore ?? null} />
      <Card flush>
        {backups.isPending && <Skeleton height={160} />}
        {found?.length === 0 && (
          <Empty icon={ArchiveIcon} title={t("backups.none")}>
            {t("backups.noneHint")}
          </Empty>
        )}
        <Rows>
          {found?.map((backup) => (
            <OneBackup
              key={backup.name}
              backup={backup}
              onRestore={() => setRestoring(backup)}
              onCheck={() => check.mutate(backup.name)}
              onDownload={() => download.mutate(backup.name)}
              onRemove={() => setLeaving(backup)}
            />
          ))}
        </Rows>
      </Card>
      {restoring && <Restore backup={restoring} onClose={() => setRestoring(null)} />}
      <Confirm
        title={t("backups.remove")}
        doIt={t("backups.remove")}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && remove.mutate(leaving.name)}
      >
        {t("backups.removeHint", { name: leaving?.name ?? "" })}
      </Confirm>
    </Page>
  );
}

function OneBackup({
  backup,
  onRestore,
  onCheck,
  onDownload,
  onRemove,
}: {
  backup: Backup;
  onRestore: () => void;
  onCheck: () => void;
  onDownload: () => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const facts = [
    format.bytes(backup.size_bytes),
    backup.rows === null || backup.rows === undefined
      ? null
      : t("backups.rows", { count: backup.rows, shown: format.number(backup.rows) }),
    backup.version && `Maestrarr ${backup.version}`,
    backup.made_by,
  ];
  return (
    <Row
      title={backup.made_at ? format.moment(backup.made_at) : backup.name}
      detail={backup.fault ?? facts.filter(Boolean).join(" · ")}
      after={
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
          <View>
            {backup.fault ? (
              <Badge tone="bad" label={t("backups.unfit")} />
            ) : (
              backup.reason && <Badge label={t(`backups.reason_${backup.reason}`)} />
            )}
          </View>
          <Menu
            label={t("backups.actions", { name: backup.name })}
            choices={[
              ...(backup.fault
                ? []
                : [
                    {
                      key: "restore",
                      icon: RestoreIcon,
                      label: t("backups.restore"),
                      onPress: onRestore,
                    },
                    { key: "check", icon: CheckIcon, label: t("backups.check"), onPress: onCheck },
                  ]),
              {
                key: "download",
                icon: DownloadIcon,
                label: t("backups.download"),
                onPress: onDownload,
              },
              {
                key: "remove",
                icon: TrashIcon,
                color: "bad",
                label: t("backups.remove"),
                onPress: onRemove,
              },
            ]}
            trigger={(open) => (
              <IconButton
                label={t("backups.actions", { name: backup.name })}
                icon={MoreIcon}
                onPress={open}
              />
            )}
          />
        </View>
      }
    />
  );
}
