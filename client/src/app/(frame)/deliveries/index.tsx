export { DeliveriesScreen as default } from "@/screens";
