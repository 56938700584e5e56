export { LibraryScreen as default } from "@/screens";
