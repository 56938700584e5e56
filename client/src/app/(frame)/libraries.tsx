export { LibrariesScreen as default } from "@/features/library/LibrariesScreen";
