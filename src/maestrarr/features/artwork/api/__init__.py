"""Artwork over HTTP."""

from fastapi import APIRouter

from maestrarr.features.artwork.api import images, libraries, rejections, titles

router = APIRouter(tags=["artwork"])
router.include_router(titles.router)
router.include_router(images.router)
router.include_router(rejections.router)
router.include_router(libraries.router)
