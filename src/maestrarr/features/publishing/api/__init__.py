"""Publishing over HTTP."""

from fastapi import APIRouter

from maestrarr.features.publishing.api import many, titles, verifications

router = APIRouter(tags=["publishing"])
router.include_router(titles.router)
router.include_router(many.router)
router.include_router(verifications.router)
