"""Run folders as arrays: what ``envhub compare`` and ``envhub train`` leave. Reads files alone; no hub is started."""
import csv
import functools
import json
import pathlib
import warnings

import numpy as np

FORMAT = 1


def load_run(path):
    """The run in a folder, e.g. ``runs/classic-pair/20260131-120000``; a copy from another machine will do.

    A trial that cannot be read is left out, with a warning; ``Run.left_out`` says why. Raises FileNotFoundError where there is no trial.
    """
    folder = pathlib.Path(path)
    trials, left_out = [], []
    for file in sorted(folder.rglob("result.json")):
        try:
            trials.append(Trial(file.parent))
        except (OSError, ValueError, KeyError, TypeError) as fault:
            left_out.append(f"{file.parent}: {type(fault).__name__}: {fault}")
            warnings.warn(f"{left_out[-1]}. This trial is left out.", stacklevel=2)
    if not trials and not left_out:
        raise FileNotFoundError(f"{folder}: there is no trial in it, a folder with result.json. Name a folder below the hub's runs, as 'envhub list runs' shows them.")
    return Run(folder, trials, left_out)


class Trial:
    """One learner with one seed: ``arm``, ``seed``, ``status`` (``finished``, ``failed``, ``cancelled``), ``result`` (result.json as it is)."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.result = _read_json(self.folder / "result.json")
        self.arm, self.seed, self.status = self.result["arm"], self.result["seed"], self.result["status"]
        self.tasks = {task["task"]: task for task in self.result["tasks"]}

    def __repr__(self):
        return f"<Trial {self.arm}, seed {self.seed}, {self.status}>"

    @functools.cached_property
    def config(self):
        """config.json: everything that decided the trial, defaults included."""
        return _read_json(self.folder / "config.json")

    @functools.cached_property
    def metrics(self):
        """metrics.csv by task and column: arrays of one value per row; float64 with NaN for empty fields, text where a column holds other things."""
        with open(self.folder / "metrics.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, strict=True))
        # A row that was cut off has too few fields, and is the last.
        rows = [row for row in rows if None not in row and None not in row.values()]
        return {task: {column: _array([row[column] for row in rows if row["task"] == task]) for column in rows[0] if column != "task"}
                for task in dict.fromkeys(row["task"] for row in rows)}

    def curve(self, task):
        """(steps, mean greedy returns) of the evaluations during training, and before it."""
        columns = self.metrics[task]
        measured = ~np.isnan(columns["eval_return_mean"])
        return columns["step"][measured].astype(np.int64), columns["eval_return_mean"][measured]

    def returns(self, task):
        """The return of each episode of the final evaluation; the same seeds for all arms. None where there was none."""
        final = self.tasks[task]["final"]
        return None if final is None else np.array(final["returns"], np.float64)


class Run:
    """Several trials: ``trials`` (of all states), ``left_out`` (why others cannot be read), ``experiment`` (experiment.json; empty where it is missing)."""

    def __init__(self, folder, trials, left_out):
        self.folder, self.trials, self.left_out = folder, trials, left_out
        file = folder / "experiment.json"
        self.experiment = _read_json(file) if file.exists() else {}

    def __repr__(self):
        return f"<Run {self.folder}: {len(self.trials)} trials of {', '.join(self.arms)}>"

    @property
    def arms(self):
        """The arms' names, sorted."""
        return sorted({trial.arm for trial in self.trials})

    @property
    def tasks(self):
        """The tasks' names, sorted."""
        return sorted({task for trial in self.trials for task in trial.tasks})

    def finished(self, arm, task=None):
        """An arm's finished trials, by seed; those on a task where one is named: a learner of single tasks has a trial for each."""
        return sorted((trial for trial in self.trials if trial.arm == arm and trial.status == "finished" and task in (None, *trial.tasks)), key=lambda trial: trial.seed)

    def scores(self, task):
        """The final mean greedy return of each seed, by arm: arrays of one value per finished trial, ordered by seed."""
        return {arm: np.array([trial.tasks[task]["final"]["mean"] for trial in self.finished(arm, task) if trial.tasks[task]["final"]], np.float64)
                for arm in self.arms}

    def frame(self):
        """A pandas.DataFrame with a row per trial and task. Needs pandas."""
        try:
            import pandas
        except ImportError as fault:
            raise ImportError("Run.frame() needs pandas, which is not installed; trials and scores() do without.") from fault
        return pandas.DataFrame([
            {"arm": trial.arm, "seed": trial.seed, "status": trial.status, "task": name, "steps": task["steps"], "episodes": task["episodes"],
             "final": task["final"] and task["final"]["mean"], "solved": task["final"] and task["final"]["solved"], "seconds": trial.result["seconds"]}
            for trial in self.trials for name, task in trial.tasks.items()])


def _read_json(file):
    with open(file, encoding="utf-8") as text:
        content = json.load(text)
    if content.get("format", FORMAT) != FORMAT:
        raise ValueError(f"{file} has format {content['format']}, and this package reads {FORMAT}. Take both of one version.")
    return content


def _array(values):
    try:
        return np.array([float(value) if value else np.nan for value in values])
    except ValueError:
        return np.array(values)
