export { ChangeSetScreen as default } from "@/screens";
