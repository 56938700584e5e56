import HistoryIcon from "lucide-react-native/icons/rotate-ccw-clock";
import { View } from "react-native";

import { told } from "@/api/problem";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Rows } from "@/ui/Rows";
import { space } from "@/ui/tokens";

import { useChangeSets, type ChangeFilter } from "./queries";
import { SetRow } from "./SetRow";

/** What was written, the newest first, as far as a filter says. */
export function SetList({
  filter,
  none,
  hint,
}: {
  filter: ChangeFilter;
  none: string;
  hint: string;
}) {
  const sets = useChangeSets(filter);
  const all = sets.data?.pages.flatMap((page) => page.change_sets) ?? [];
  return (
    <>
      {sets.error && <ProblemView problem={told(sets.error)} onRetry={() => void sets.refetch()} />}
      <Card flush>
        {sets.isPending ? (
          <View style={{ padding: space.lg, gap: space.md }}>
            {[0, 1, 2].map((at) => (
              <Skeleton key={at} height={40} />
            ))}
          </View>
        ) : all.length === 0 ? (
          <Empty icon={HistoryIcon} title={none}>
            {hint}
          </Empty>
        ) : (
          <Rows>
            {all.map((set) => (
              <SetRow key={set.id} set={set} />
            ))}
          </Rows>
        )}
      </Card>
      <More of={sets} />
    </>
  );
}
