import { editOf } from "./bulk";

test.each([
  ["set", "genres", "Drama, Comedy", { values: { genres: ["Drama", "Comedy"] } }],
  ["set", "studios", "Lion, Inc.\n Other ", { values: { studios: ["Lion, Inc.", "Other"] } }],
  ["set", "certification", " PG, 13 ", { values: { certification: "PG, 13" } }],
  ["add", "tags", "sea\nsun", { add: { tags: ["sea", "sun"] } }],
  ["remove", "genres", "Drama,", { remove: { genres: ["Drama"] } }],
  ["lock", "plot", "", { lock: ["plot"] }],
  ["set", "genres", " , ", null],
  ["set", "set_name", " ", null],
] as const)("to %s %s as %j is %j", (deed, field, typed, edit) => {
  expect(editOf(deed, field, typed)).toEqual(edit);
});
