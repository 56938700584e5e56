import { ChoiceBox } from "./ChoiceBox";
import type { IconShape } from "./Icon";
import { Menu } from "./Menu";

/** One of several that are known; inside a Field, else with a `label` of its own. */
export function Select<Key extends string>({
  label,
  choices,
  value,
  onChange,
  icon,
  bare = false,
  disabled = false,
}: {
  label: string;
  choices: readonly { key: Key; label: string; detail?: string }[];
  value: Key;
  onChange: (key: Key) => void;
  icon?: IconShape;
  bare?: boolean;
  disabled?: boolean;
}) {
  return (
    <Menu
      label={label}
      choices={choices.map((choice) => ({
        ...choice,
        selected: choice.key === value,
        onPress: () => onChange(choice.key),
      }))}
      trigger={(open, isOpen) => (
        <ChoiceBox
          label={label}
          chosen={choices.find((choice) => choice.key === value)?.label}
          opens="menu"
          isOpen={isOpen}
          onPress={open}
          icon={icon}
          bare={bare}
          disabled={disabled}
        />
      )}
    />
  );
}
