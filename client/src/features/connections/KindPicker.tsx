import RightIcon from "lucide-react-native/icons/chevron-right";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Dialog } from "@/ui/Dialog";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { Row, Rows } from "@/ui/Rows";
import { makeStyles } from "@/ui/theme";
import { radius } from "@/ui/tokens";

import { useKinds, type Kind } from "./queries";
import { useKindWords } from "./words";

/** Which service is to be connected, and what each of them is good for. */
export function KindPicker({
  onPick,
  onClose,
}: {
  onPick: (kind: Kind) => void;
  onClose: () => void;
}) {
  const { t } = useWords();
  const styles = useStyles();
  const words = useKindWords();
  const kinds = useKinds();
  return (
    <Dialog title={t("connections.add")} isOpen onClose={onClose}>
      {kinds.error && (
        <ProblemView problem={told(kinds.error)} onRetry={() => void kinds.refetch()} />
      )}
      {kinds.isPending && <Skeleton height={220} />}
      <View style={styles.box}>
        <Rows>
          {kinds.data?.map((kind) => (
            <Row
              key={kind.name}
              title={kind.title}
              detail={words.can(kind)}
              after={<Icon shape={RightIcon} />}
              onPress={() => onPick(kind)}
            />
          ))}
        </Rows>
      </View>
    </Dialog>
  );
}

const useStyles = makeStyles((colors) => ({
  box: {
    borderWidth: 1,
    borderColor: colors.line,
    borderRadius: radius.card,
    overflow: "hidden",
  },
}));
