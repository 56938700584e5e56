import PlugIcon from "lucide-react-native/icons/plug";
import PlusIcon from "lucide-react-native/icons/plus";
import { useRouter } from "expo-router";
import { useState } from "react";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Confirm } from "@/ui/Confirm";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { Rows } from "@/ui/Rows";
import { toast } from "@/ui/Toast";
import { useIsWide } from "@/ui/wide";

import { ConnectionDialog } from "./ConnectionDialog";
import { ConnectionRow } from "./ConnectionRow";
import { useConnections, useKinds, useRemoveConnection, type Connection } from "./queries";

/** The outside services, how each of them is, and what they are told. */
export function ConnectionsScreen() {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const connections = useConnections();
  const may = useMay("admin");
  const isWide = useIsWide();
  const [editing, setEditing] = useState<Connection | "new" | null>(null);
  const add = may && (
    <Button
      tone="primary"
      icon={PlusIcon}
      label={t(isWide ? "connections.add" : "connections.connect")}
      aria-label={t("connections.add")}
      onPress={() => setEditing("new")}
    />
  );
  const isEmpty = connections.data?.length === 0;
  return (
    <Page
      title={t("connections.title")}
      hint={t("connections.hint")}
      count={connections.data && !isEmpty ? format.number(connections.data.length) : undefined}
      back="/settings"
      narrow
      actions={
        isEmpty ? null : (
          <>
            <Button
              tone="quiet"
              label={t("deliveries.title")}
              onPress={() => router.push("/deliveries" as never)}
            />
            {add}
          </>
        )
      }
    >
      {connections.error && (
        <ProblemView problem={told(connections.error)} onRetry={() => void connections.refetch()} />
      )}
      {connections.isPending && <Skeleton height={160} />}
      {connections.data && (
        <Card flush>
          {isEmpty ? (
            <Empty icon={PlugIcon} title={t("connections.none")} action={add}>
              {t("connections.noneHint")}
            </Empty>
          ) : (
            <Listed connections={connections.data} onEdit={may ? setEditing : undefined} />
          )}
        </Card>
      )}
      {editing && (
        <ConnectionDialog
          key={editing === "new" ? "new" : editing.id}
          connection={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function Listed({
  connections,
  onEdit,
}: {
  connections: readonly Connection[];
  onEdit?: (connection: Connection) => void;
}) {
  const { t } = useWords();
  const kinds = useKinds();
  const remove = useRemoveConnection(({ name }) => toast(t("connections.removed", { name })));
  const [leaving, setLeaving] = useState<Connection | null>(null);
  return (
    <>
      {remove.error && <ProblemView problem={told(remove.error)} />}
      <Rows>
        {connections.map((connection, at) => (
          <ConnectionRow
            key={connection.id}
            connection={connection}
            kind={kinds.data?.find(({ name }) => name === connection.kind)}
            at={at}
            among={connections}
            onEdit={onEdit}
            onRemove={() => setLeaving(connection)}
          />
        ))}
      </Rows>
      <Confirm
        title={t("connections.remove", { name: leaving?.name ?? "" })}
        doIt={t("common.remove")}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && remove.mutate(leaving)}
      >
        {t("connections.removeHint")}
      </Confirm>
    </>
  );
}
