export { LibrariesScreen as default } from "@/screens";
