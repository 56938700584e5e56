import "@/screens"; // so that their addresses are known before one of them is shown

export { Root as default } from "@/features/frame/Root";
