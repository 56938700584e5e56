import ImageOffIcon from "lucide-react-native/icons/image-off";
import { View } from "react-native";

import { Icon } from "@/ui/Icon";
import { Picture } from "@/ui/Picture";
import { makeStyles } from "@/ui/theme";
import { radius } from "@/ui/tokens";

import { isClear, shapeOf } from "./words";

/** A picture in the shape of its type; what is seen through stands on a grey ground. */
export function Shown({
  uri,
  type,
  alt,
  isChosen = false,
}: {
  uri: string | null;
  type: string;
  alt: string;
  isChosen?: boolean;
}) {
  const styles = useStyles();
  return (
    <View
      style={[
        styles.frame,
        { aspectRatio: shapeOf(type) },
        isClear(type) && styles.clear,
        isChosen && styles.chosen,
      ]}
    >
      <Picture
        uri={uri}
        alt={alt}
        fit="contain"
        instead={
          <View style={styles.none}>
            <Icon shape={ImageOffIcon} color="faint" size={22} />
          </View>
        }
      />
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  frame: {
    width: "100%",
    borderRadius: radius.card,
    overflow: "hidden",
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.overlay,
  },
  clear: { backgroundColor: "#5B626D" },
  chosen: { borderColor: colors.accent, boxShadow: `0 0 0 1px ${colors.accent}` },
  none: { flex: 1, alignItems: "center", justifyContent: "center" },
}));
