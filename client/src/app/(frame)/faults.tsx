export { FaultsScreen as default } from "@/features/library/FaultsScreen";
