export { AudioScreen as default } from "@/screens";
