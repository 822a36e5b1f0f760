"""The pack of Chinese legal texts in traditional characters: Taiwan, Hong Kong and Macau."""

from __future__ import annotations
