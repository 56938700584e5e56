import KeyboardIcon from "lucide-react-native/icons/keyboard";
import { View } from "react-native";

import { useKinds } from "@/features/connections/queries";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { openShortcuts } from "../frame/palette-state";

const QUESTIONS = ["files", "missing", "scan", "faults", "scripts", "password"] as const;

/** Whose descriptions and pictures are shown, in the words that each service asks for. */
function Sources() {
  const { t } = useWords();
  const kinds = useKinds();
  const said = (kinds.data ?? []).filter(({ attribution }) => attribution);
  if (said.length === 0) return null;
  return (
    <Card title={t("help.sources")}>
      {said.map(({ name, title, attribution, website }) => (
        <View key={name}>
          <Text weight="medium">{title}</Text>
          <Text color="muted">{attribution}</Text>
          <Text step="small" color="muted" selectable>
            {website}
          </Text>
        </View>
      ))}
    </Card>
  );
}

/** Answers to what is asked most, in a sentence or two. */
export function HelpScreen() {
  const { t } = useWords();
  return (
    <Page
      title={t("help.title")}
      back="/settings"
      narrow
      actions={<Button icon={KeyboardIcon} label={t("shortcuts.title")} onPress={openShortcuts} />}
    >
      <View style={{ gap: space.lg }}>
        {QUESTIONS.map((question) => (
          <Card key={question} title={t(`help.${question}`)}>
            <Text color="muted">{t(`help.${question}Answer`)}</Text>
          </Card>
        ))}
        <Sources />
      </View>
    </Page>
  );
}
