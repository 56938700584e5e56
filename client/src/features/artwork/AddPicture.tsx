import UploadIcon from "lucide-react-native/icons/upload";
import LinkIcon from "lucide-react-native/icons/link";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { canChooseFile, chooseFile } from "@/ui/choose-file";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { usePick, useUpload, type Place } from "./queries";

const KINDS = "image/jpeg,image/png,image/webp,image/gif,image/bmp";

/** Takes a picture of the user's own, from a file or an address. */
export function AddPicture({ titleId, place }: { titleId: string; place: Place }) {
  const { t } = useWords();
  const upload = useUpload(titleId, () => toast(t("pictures.taken")));
  const [isNaming, setNaming] = useState(false);
  const choose = async () => {
    const file = await chooseFile(KINDS);
    if (file) upload.mutate({ place, file });
  };
  return (
    <View style={{ gap: space.md }}>
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        {canChooseFile && (
          <Button
            icon={UploadIcon}
            label={t("pictures.upload")}
            busy={upload.isPending}
            onPress={() => void choose()}
          />
        )}
        <Button icon={LinkIcon} label={t("pictures.fromUrl")} onPress={() => setNaming(true)} />
      </View>
      {upload.error && <ProblemView problem={told(upload.error)} />}
      {isNaming && <FromUrl titleId={titleId} place={place} onClose={() => setNaming(false)} />}
    </View>
  );
}

function FromUrl({
  titleId,
  place,
  onClose,
}: {
  titleId: string;
  place: Place;
  onClose: () => void;
}) {
  const { t } = useWords();
  const pick = usePick(titleId, () => toast(t("pictures.taken")));
  const [url, setUrl] = useState("");
  const isUrl = /^https?:\/\/\S{3,}$/.test(url.trim());
  const take = () => pick.mutate({ place, body: { url: url.trim() } }, { onSuccess: onClose });
  return (
    <Dialog
      title={t("pictures.fromUrl")}
      isOpen
      onClose={onClose}
      foot={
        <Button
          tone="primary"
          label={t("pictures.take")}
          busy={pick.isPending}
          disabled={!isUrl}
          onPress={take}
        />
      }
    >
      <Text color="muted">{t("pictures.fromUrlHint")}</Text>
      <Field label={t("pictures.address")}>
        <Input
          value={url}
          mono
          inputMode="url"
          placeholder="https://"
          maxLength={2000}
          onChangeText={setUrl}
          onSubmitEditing={() => isUrl && take()}
        />
      </Field>
      {pick.error && <ProblemView problem={told(pick.error)} />}
    </Dialog>
  );
}
