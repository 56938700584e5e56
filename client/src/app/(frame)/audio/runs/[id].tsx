export { BatchScreen as default } from "@/screens";
