import ClosedIcon from "lucide-react-native/icons/chevron-right";
import FixIcon from "lucide-react-native/icons/wand-sparkles";
import OpenIcon from "lucide-react-native/icons/chevron-down";
import { useRouter } from "expo-router";
import { Pressable, View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ChangePreview } from "@/ui/ChangePreview";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { isHovered } from "@/ui/interaction";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { space } from "@/ui/tokens";

import { useFixGroup } from "./batch-queries";
import { useAudioFiles, type Group } from "./queries";
import { useSoundWords } from "./sound";

/** The files that are in a state for one reason; they are listed when it is opened. */
export function ReasonGroup({
  group,
  why,
  count,
  isOpen,
  onToggle,
  chosen,
  onChoose,
}: {
  group: Group;
  /** The reason in the user's language. */
  why: string;
  count: number;
  isOpen: boolean;
  onToggle: () => void;
  /** The paths of the files that are chosen; none where nothing can be. */
  chosen?: ReadonlySet<string>;
  onChoose: (path: string) => void;
}) {
  const styles = useStyles();
  const format = useFormat();
  return (
    <View>
      <Pressable
        role="button"
        aria-expanded={isOpen}
        onPress={onToggle}
        style={(state) => [styles.head, isHovered(state) && styles.hover]}
      >
        <Icon shape={isOpen ? OpenIcon : ClosedIcon} />
        <Text weight="medium" style={{ flex: 1 }}>
          {why}
        </Text>
        <Text color="muted" tabular>
          {format.number(count)}
        </Text>
      </Pressable>
      {isOpen && (
        <>
          {chosen && <FixGroup group={group} count={count} />}
          <Files group={group} chosen={chosen} onChoose={onChoose} />
        </>
      )}
    </View>
  );
}

/** Starts a run over all files of a group. */
function FixGroup({ group, count }: { group: Group; count: number }) {
  const styles = useStyles();
  const { t } = useWords();
  const router = useRouter();
  const format = useFormat();
  const fix = useFixGroup();
  const run = () =>
    fix.mutate(group, { onSuccess: ({ id }) => router.push(`/audio/runs/${id}` as never) });
  return (
    <View style={styles.fix}>
      <Button
        icon={FixIcon}
        label={t("audio.fix", { count, shown: format.number(count) })}
        busy={fix.isPending}
        onPress={run}
      />
    </View>
  );
}

function Files({
  group,
  chosen,
  onChoose,
}: {
  group: Group;
  chosen?: ReadonlySet<string>;
  onChoose: (path: string) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const words = useSoundWords();
  const files = useAudioFiles(group);
  const all = files.data?.pages.flatMap((page) => page.files) ?? [];
  return (
    <View style={styles.files}>
      {files.error && (
        <ProblemView problem={told(files.error)} onRetry={() => void files.refetch()} />
      )}
      {files.isPending && <Skeleton height={60} />}
      <ChangePreview
        files={all.map((file) => ({
          ...words.previewed(file),
          key: file.path,
          reason: undefined,
        }))}
        chosen={chosen}
        onChoose={chosen && onChoose}
        lasting={chosen ? null : undefined}
      />
      {files.hasNextPage && (
        <View style={{ padding: space.md }}>
          <Button
            label={t("common.more")}
            busy={files.isFetchingNextPage}
            onPress={() => void files.fetchNextPage()}
          />
        </View>
      )}
    </View>
  );
}

const useStyles = makeStyles((colors, theme) => ({
  head: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: theme.row + 8,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
  },
  hover: { backgroundColor: colors.overlay },
  fix: { flexDirection: "row", paddingHorizontal: space.lg, paddingBottom: space.md },
  files: { borderTopWidth: 1, borderTopColor: colors.line },
}));
