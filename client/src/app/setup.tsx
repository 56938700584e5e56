export { FirstRunScreen as default } from "@/features/session/FirstRunScreen";
