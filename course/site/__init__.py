"""Static site: all lessons with living pictures, exercises to read, claims, guide and reference."""

from course.site.maker import SiteError, build

__all__ = ["SiteError", "build"]
