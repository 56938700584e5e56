export { TitleScreen as default } from "@/features/library/TitleScreen";
