import BellIcon from "lucide-react-native/icons/bell";
import PlusIcon from "lucide-react-native/icons/plus";
import { useState } from "react";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Confirm } from "@/ui/Confirm";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { Rows } from "@/ui/Rows";
import { toast } from "@/ui/Toast";
import { useIsWide } from "@/ui/wide";

import { ChannelDialog } from "./ChannelDialog";
import { ChannelRow } from "./ChannelRow";
import { HoursCard } from "./HoursCard";
import { LogCard } from "./LogCard";
import { useChannels, useRemoveChannel, useWishes, type Channel } from "./queries";
import { WishesCard } from "./WishesCard";

/** Where one is told what happens, of what, when, and what was told. */
export function NotificationsScreen() {
  const { t } = useWords();
  const channels = useChannels();
  const wishes = useWishes();
  const isWide = useIsWide();
  const [editing, setEditing] = useState<Channel | "new" | null>(null);
  const isEmpty = channels.data?.length === 0;
  const add = (
    <Button
      tone="primary"
      icon={PlusIcon}
      label={t(isWide || isEmpty ? "notifications.add" : "notifications.addShort")}
      aria-label={t("notifications.add")}
      onPress={() => setEditing("new")}
    />
  );
  return (
    <Page
      title={t("notifications.title")}
      hint={t("notifications.hint")}
      back="/settings"
      narrow
      actions={isEmpty ? null : add}
    >
      {channels.error && (
        <ProblemView problem={told(channels.error)} onRetry={() => void channels.refetch()} />
      )}
      {channels.isPending && <Skeleton height={120} />}
      {channels.data && (
        <Card flush title={isEmpty ? undefined : t("notifications.channels")}>
          {isEmpty ? (
            <Empty icon={BellIcon} title={t("notifications.none")} action={add}>
              {t("notifications.noneHint")}
            </Empty>
          ) : (
            <Listed channels={channels.data} onEdit={setEditing} />
          )}
        </Card>
      )}
      {wishes.error && (
        <ProblemView problem={told(wishes.error)} onRetry={() => void wishes.refetch()} />
      )}
      {wishes.data && (
        <>
          <WishesCard wishes={wishes.data} />
          <HoursCard wishes={wishes.data} />
        </>
      )}
      <LogCard />
      {editing && (
        <ChannelDialog
          key={editing === "new" ? "new" : editing.id}
          channel={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function Listed({
  channels,
  onEdit,
}: {
  channels: readonly Channel[];
  onEdit: (channel: Channel) => void;
}) {
  const { t } = useWords();
  const remove = useRemoveChannel(({ name }) => toast(t("notifications.removed", { name })));
  const [leaving, setLeaving] = useState<Channel | null>(null);
  return (
    <>
      {remove.error && <ProblemView problem={told(remove.error)} />}
      <Rows>
        {channels.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            onEdit={() => onEdit(channel)}
            onRemove={() => setLeaving(channel)}
          />
        ))}
      </Rows>
      <Confirm
        title={t("notifications.remove", { name: leaving?.name ?? "" })}
        doIt={t("common.remove")}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && remove.mutate(leaving)}
      >
        {t("notifications.removeHint")}
      </Confirm>
    </>
  );
}
