"""Sound over HTTP."""

from fastapi import APIRouter

from maestrarr.features.audio.api import batches, files, rules, titles

router = APIRouter(tags=["audio"])
router.include_router(rules.router)
router.include_router(files.router)
router.include_router(titles.router)
router.include_router(batches.router)
