"""The library over HTTP."""

from fastapi import APIRouter

from maestrarr.features.library.api import libraries, titles

router = APIRouter(tags=["library"])
router.include_router(titles.router)
router.include_router(libraries.router)
