import DoneIcon from "lucide-react-native/icons/circle-check";
import { useState } from "react";
import { View } from "react-native";

import { AddLibrary } from "@/features/library/AddLibrary";
import { useLibraries, type Library } from "@/features/library/queries";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Icon } from "@/ui/Icon";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { StepFoot } from "./StepFoot";

/** Where films and series are; each library is scanned at once, while one goes on. */
export function LibrariesStep({ onSettled }: { onSettled: () => void }) {
  const { t } = useWords();
  const libraries = useLibraries();
  const known = libraries.data ?? [];
  const [isAdding, setAdding] = useState(false);
  const isAsking = libraries.data !== undefined && (isAdding || known.length === 0);
  return (
    <View style={{ gap: space.lg }}>
      {known.length > 0 && (
        <Card flush>
          <Rows>
            {known.map((library) => (
              <Known key={library.id} library={library} />
            ))}
          </Rows>
        </Card>
      )}
      {isAsking && <AddLibrary onAdded={() => setAdding(false)} />}
      {known.length > 0 && !isAdding && (
        <View style={{ alignItems: "flex-start" }}>
          <Button label={t("firstRun.another")} onPress={() => setAdding(true)} />
        </View>
      )}
      {known.length === 0 && (
        <Text step="small" color="muted">
          {t("firstRun.noFolders")}
        </Text>
      )}
      <StepFoot step="libraries" isDone={known.length > 0} onSettled={onSettled} />
    </View>
  );
}

function Known({ library }: { library: Library }) {
  const { t } = useWords();
  const format = useFormat();
  const found = t("firstRun.found", {
    count: library.titles,
    shown: format.number(library.titles),
  });
  return (
    <Row
      before={<Icon shape={DoneIcon} color="good" />}
      title={library.name}
      detail={library.scanned_at ? found : t("firstRun.scanning")}
    />
  );
}
